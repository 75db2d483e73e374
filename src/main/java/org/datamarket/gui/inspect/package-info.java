/** What a buyer or a seller has, sees and does, and why; computed afresh, changing nothing. */
package org.datamarket.gui.inspect;
