/** The text without control characters: XML forbids them, and office programs call a file with one broken. Tabs and line ends stay. */
export const printable = (text: string): string => text.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
