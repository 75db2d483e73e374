/**
 * The options that several commands share, and what the words of a command line stand for. Never:
 * commands; printing.
 */
package org.datamarket.cli.option;
