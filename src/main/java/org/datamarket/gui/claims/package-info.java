/** What every claim comes to on the market as it stands, in a table. Never: judging a claim. */
package org.datamarket.gui.claims;
