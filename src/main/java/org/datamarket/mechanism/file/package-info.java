/** Markets to be cleared once, and what came out, as lines of JSON. Never: formulas. */
package org.datamarket.mechanism.file;
