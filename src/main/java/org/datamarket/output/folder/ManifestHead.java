package org.datamarket.output.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.datamarket.io.Json;

/**
 * What made a folder, when, where and from what: the manifest but for what is in the folder.
 *
 * @param program what the file calls the program
 * @param kind of the folder
 * @param version of the program
 * @param java the machine that ran it, and its version
 * @param os name, version and architecture
 * @param processors that Java could use
 * @param memoryLimit of Java's heap [MB]
 * @param host what the machine is called
 * @param start when the work began, UTC
 * @param end when it was done
 * @param seconds between the two [s]
 * @param commandLine the command and its arguments
 * @param inputs the SHA-256 of each file that was read, by name
 */
record ManifestHead(
    String program,
    String kind,
    String version,
    String java,
    String os,
    int processors,
    @JsonProperty("memory_limit_mb") long memoryLimit,
    String host,
    String start,
    String end,
    @JsonProperty("wall_seconds") double seconds,
    @JsonProperty("command_line") List<String> commandLine,
    Map<String, String> inputs) {

  /** As a part of the file. */
  ObjectNode json() {
    return Json.object(this);
  }
}
