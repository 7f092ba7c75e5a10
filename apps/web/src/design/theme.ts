import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core';
import { families, roles } from './colours.js';

const sans = '"Source Sans 3 Variable", "Noto Sans Arabic Variable", "Source Sans 3", system-ui, sans-serif';
const serif = '"Source Serif 4 Variable", "Noto Naskh Arabic Variable", "Source Serif 4", Georgia, serif';

/** What each family of the palette means. */
const roleOf: Record<string, string> = { petrol: 'action', madder: 'thread', moss: 'good', amber: 'mind', rust: 'trouble', sky: 'wait' };

/** Variants by role, so that every filled, light and subtle pair stays above 4.5:1 in both schemes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const d = defaultVariantColorsResolver(input);
  const role = roleOf[input.color ?? 'petrol'];
  if (!role) return d;
  const fg = `var(--tl-${role})`;
  const tint = `var(--tl-${role}-tint)`;
  if (input.variant === 'filled')
    return {
      ...d,
      background: fg,
      hover: role === 'action' ? 'var(--tl-action-hover)' : fg,
      color: role === 'action' ? 'var(--tl-on-action)' : 'var(--tl-paper)',
      border: 'none',
    };
  if (input.variant === 'light') return { ...d, background: tint, hover: tint, color: fg, border: 'none' };
  if (input.variant === 'outline') return { ...d, background: 'transparent', hover: tint, color: fg, border: `1px solid ${fg}` };
  if (input.variant === 'subtle' || input.variant === 'transparent')
    return { ...d, background: 'transparent', hover: tint, color: fg, border: 'none' };
  return d;
};

/** The look of every Mantine component here. */
export const theme = createTheme({
  colors: families,
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: families.gray[9],
  white: '#ffffff',
  variantColorResolver,
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace',
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h5: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.4375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 1px 2px rgb(8 20 24 / .06), 0 8px 24px rgb(8 20 24 / .10)',
    lg: '0 2px 4px rgb(8 20 24 / .06), 0 16px 48px rgb(8 20 24 / .16)',
    xl: '0 2px 4px rgb(8 20 24 / .06), 0 24px 64px rgb(8 20 24 / .20)',
  },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '96em' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  other: { serif, measure: '40rem' },
  // Plain objects by name: Component.extend would pull every one of these components into the first load.
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 600, minHeight: '2.5rem' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 600 } },
    },
    Input: { defaultProps: { size: 'sm' } },
    PinInput: { defaultProps: { size: 'lg' } },
    Modal: { defaultProps: { radius: 'lg', centered: true } },
    ModalHeader: { defaultProps: { component: 'div' } },
    Paper: { defaultProps: { shadow: 'none', radius: 'lg' } },
    SegmentedControl: {
      defaultProps: { size: 'sm', withItemsBorders: false },
      styles: { indicator: { boxShadow: '0 0 0 1px var(--tl-line-strong)' }, label: { fontWeight: 500 } },
    },
    Skeleton: { defaultProps: { radius: 'sm' } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'sm', borderColor: 'var(--tl-line)' } },
    Divider: { defaultProps: { color: 'var(--tl-line)' } },
    Tabs: { styles: { tab: { fontWeight: 500, paddingInline: '0.75rem', minHeight: '2.75rem' } } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 400, events: { hover: true, focus: true, touch: true } } },
  },
});

const asVars = (r: Record<string, string>) => Object.fromEntries(Object.entries(r).map(([k, v]) => [`--tl-${k}`, v]));

const shared = (scheme: 'light' | 'dark') => {
  const out: Record<string, string> = {
    ...asVars(roles[scheme]),
    '--mantine-color-body': roles[scheme].paper,
    '--mantine-color-text': roles[scheme].ink,
    '--mantine-color-bright': roles[scheme].ink,
    '--mantine-color-dimmed': roles[scheme]['ink-2'],
    '--mantine-color-placeholder': roles[scheme]['ink-3'],
    '--mantine-color-anchor': roles[scheme].action,
    '--mantine-color-error': roles[scheme].trouble,
    '--mantine-color-default': roles[scheme].paper,
    '--mantine-color-default-color': roles[scheme].ink,
    '--mantine-color-default-hover': roles[scheme].sunken,
    '--mantine-color-default-border': roles[scheme]['line-strong'],
    '--mantine-color-gray-light': roles[scheme].sunken,
    '--mantine-color-gray-light-hover': roles[scheme].line,
    '--mantine-color-gray-light-color': roles[scheme].ink,
    '--mantine-color-gray-text': roles[scheme]['ink-2'],
    '--mantine-color-gray-outline': roles[scheme]['ink-2'],
    '--mantine-color-disabled': roles[scheme].sunken,
    '--mantine-color-disabled-color': roles[scheme]['ink-3'],
  };
  for (const [f, role] of Object.entries(roleOf)) {
    out[`--mantine-color-${f}-filled`] = `var(--tl-${role})`;
    out[`--mantine-color-${f}-text`] = `var(--tl-${role})`;
    out[`--mantine-color-${f}-light`] = `var(--tl-${role}-tint)`;
    out[`--mantine-color-${f}-light-hover`] = `var(--tl-${role}-tint)`;
    out[`--mantine-color-${f}-light-color`] = `var(--tl-${role})`;
    out[`--mantine-color-${f}-outline`] = `var(--tl-${role})`;
  }
  out['--mantine-primary-color-filled'] = 'var(--tl-action)';
  out['--mantine-primary-color-contrast'] = 'var(--tl-on-action)';
  return out;
};

/** Gives every role to CSS as `--tl-ROLE` and ties Mantine's own variables to the roles. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--tl-serif': serif, '--tl-sans': sans, '--tl-measure': '40rem', '--tl-knot': '11px' },
  light: shared('light'),
  dark: shared('dark'),
});
