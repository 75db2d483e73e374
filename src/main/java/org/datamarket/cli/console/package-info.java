/** What stands on the terminal: progress, streams, what a person types. Never: commands. */
package org.datamarket.cli.console;
