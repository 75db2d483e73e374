/** What a buyer or a seller has, sees and does, and why. Never: formulas: they are below. */
package org.datamarket.gui.inspect;
