/**
 * The commands, one small class each, what they say of mistakes, and exit codes. Never: formulas,
 * formats.
 */
package org.datamarket.cli;
