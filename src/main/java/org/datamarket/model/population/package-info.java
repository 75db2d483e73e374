/**
 * Groups, tables, networks and initial bids of a model, read and drawn. Never: running anything.
 */
package org.datamarket.model.population;
