/** What a picture shows, as records: one computation for all who draw it. Never: drawing. */
package org.datamarket.figure;
