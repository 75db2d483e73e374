/** The terminal: streams that hide nothing and forget nothing, progress, Ctrl-C, and tables to be read there. */
package org.datamarket.cli.console;

