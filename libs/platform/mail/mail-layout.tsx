import { Body, Button, Container, Head, Heading, Hr, Html, render, Section, Text } from '@react-email/components';
import type { CSSProperties, ReactElement } from 'react';
import { directionOf, type MailBlock, type MailContent } from './mail.js';

const FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif';
const INK = '#142023';
const QUIET = '#475457';
const ACCENT = '#02535f';

const styles = {
  body: { backgroundColor: '#ffffff', color: INK, fontFamily: FONTS, margin: 0, padding: '24px 12px' },
  container: { maxWidth: '560px', margin: '0 auto' },
  heading: { fontSize: '20px', lineHeight: '28px', fontWeight: 600, margin: '0 0 16px' },
  text: { fontSize: '16px', lineHeight: '24px', margin: '0 0 16px', whiteSpace: 'pre-line' },
  code: {
    fontSize: '32px',
    lineHeight: '40px',
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    letterSpacing: '4px',
    margin: '0 0 16px',
  },
  button: {
    backgroundColor: ACCENT,
    color: '#ffffff',
    borderRadius: '6px',
    padding: '12px 20px',
    fontSize: '16px',
    textDecoration: 'none',
  },
  address: { fontSize: '13px', lineHeight: '20px', color: QUIET, margin: '12px 0 16px', wordBreak: 'break-all' },
  name: { color: QUIET, fontSize: '14px', padding: '2px 0', verticalAlign: 'top', width: '30%' },
  value: { fontSize: '16px', padding: '2px 0', verticalAlign: 'top' },
  note: { fontSize: '13px', lineHeight: '20px', color: QUIET, margin: '0 0 12px', whiteSpace: 'pre-line' },
  rule: { borderColor: '#e4e9ea', margin: '24px 0 16px' },
} satisfies Record<string, CSSProperties>;

/** Codes and addresses are read from left to right in every language, and stand where its lines begin. */
function Block({ block, start }: { block: MailBlock; start: 'left' | 'right' }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading as="h1" style={styles.heading}>
          {block.text}
        </Heading>
      );
    case 'paragraph':
      return <Text style={styles.text}>{block.text}</Text>;
    case 'code':
      return (
        <Text dir="ltr" style={{ ...styles.code, textAlign: start }}>
          {block.text}
        </Text>
      );
    case 'button':
      return (
        <Section style={{ margin: '0 0 8px' }}>
          <Button href={block.url} style={styles.button}>
            {block.text}
          </Button>
          <Text dir="ltr" style={{ ...styles.address, textAlign: start }}>
            {block.url}
          </Text>
        </Section>
      );
    case 'facts':
      return (
        <table role="presentation" width="100%" style={{ margin: '0 0 16px' }}>
          <tbody>
            {block.facts.map((fact) => (
              <tr key={fact.name}>
                <td style={styles.name}>{fact.name}</td>
                <td style={styles.value}>{fact.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'note':
      return <Text style={styles.note}>{block.text}</Text>;
  }
}

function MailPage({ content, language }: { content: MailContent; language: string }): ReactElement {
  const direction = directionOf(language);
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <title>{content.subject}</title>
      </Head>
      <Body style={styles.body}>
        {/* Some mail programs throw the html element away, and its direction with it. */}
        <Container dir={direction} lang={language} style={styles.container}>
          {content.blocks.map((block, index) => (
            <Block key={index} block={block} start={direction === 'rtl' ? 'right' : 'left'} />
          ))}
          {content.reason && <Hr style={styles.rule} />}
          {content.reason && <Text style={styles.note}>{content.reason}</Text>}
        </Container>
      </Body>
    </Html>
  );
}

/** The mail as HTML: no remote image, nothing that loads. */
export const mailHtml = (content: MailContent, language: string): Promise<string> =>
  render(<MailPage content={content} language={language} />);
