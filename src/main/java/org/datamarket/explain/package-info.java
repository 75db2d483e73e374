/**
 * What a buyer or a seller has, sees and does, and why, as records. Never: windows, terminals;
 * changing what it looks at.
 */
package org.datamarket.explain;
