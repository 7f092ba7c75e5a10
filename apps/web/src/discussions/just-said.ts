/**
 * Unattributed posts that were sent from this page. Having them on the screen does not count as reading, as long as the page is open: others hear of them
 * minutes later, and whoever had read them before would be known as their author.
 */
export const justSaid = new Set<string>();
