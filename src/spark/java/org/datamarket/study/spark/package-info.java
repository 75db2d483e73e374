/**
 * The runs of a study on a Spark cluster. Only in builds with the profile {@code spark}; of Spark
 * only what is meant for Java is used, so that one jar serves several versions of it.
 */
package org.datamarket.study.spark;
