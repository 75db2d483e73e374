/** Markets to be cleared once or played, and what came out, as lines of JSON. Never: formulas. */
package org.datamarket.mechanism.file;
