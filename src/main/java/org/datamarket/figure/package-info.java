/**
 * what a picture shows, as records: computed once, drawn by charts and pages. Never: colours, drawing.
 */
package org.datamarket.figure;
