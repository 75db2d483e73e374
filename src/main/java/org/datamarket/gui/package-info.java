/**
 * The window on a market: MASON's console with model files, parameters, a picture of the market,
 * and checkpoints. It plays the same run as without a window.
 */
package org.datamarket.gui;
