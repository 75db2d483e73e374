/**
 * What all floors use: whole files, hashes, JSON, HTML, quantiles, the version. Never: the domain.
 */
package org.datamarket.io;
