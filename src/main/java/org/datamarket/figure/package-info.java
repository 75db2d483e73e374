/**
 * What a picture shows, as records: computed once, and drawn by {@code report} in a chart and by
 * the scripts of a page. Never: colours, libraries that draw.
 */
package org.datamarket.figure;
