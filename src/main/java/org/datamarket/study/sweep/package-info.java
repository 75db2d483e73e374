/**
 * Carrying a study out: the runs that are pending, the engines, the journal that keeps what is
 * done, and the folder that all of it stands in.
 */
package org.datamarket.study.sweep;
