/** What the parts of the window know of each other: how the run stands, and who hears of rounds. */
package org.datamarket.gui.session;
