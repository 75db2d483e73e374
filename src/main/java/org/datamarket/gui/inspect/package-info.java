/**
 * The inspectors of a buyer and a seller, and what they note over the rounds. Never: what they say:
 * it is in {@code explain}.
 */
package org.datamarket.gui.inspect;
