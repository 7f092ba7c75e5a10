import type { MailBlock, MailContent } from './mail.js';

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'button':
      return `${block.text}:\n${block.url}`;
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    default:
      return block.text;
  }
}

/** The same words for those who read mail as plain text. */
export function mailText({ blocks, reason }: MailContent): string {
  const parts = blocks.map(blockText);
  if (reason) parts.push(`-- \n${reason}`);
  return `${parts.join('\n\n')}\n`;
}
