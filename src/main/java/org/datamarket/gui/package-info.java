/**
 * The window: console, parameters, saving, what is open. Never: anything that a headless run needs.
 */
package org.datamarket.gui;
