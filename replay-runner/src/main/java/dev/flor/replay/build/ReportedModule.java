package dev.flor.replay.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One module in the report of a build tool: {@code PREFIXkey=value}, lists numbered from 0. */
record ReportedModule(Properties report, String prefix) {

  BuildModel.Module module() {
    List<BuildModel.Resource> resources = new ArrayList<>();
    for (int i = 0; report.containsKey(prefix + "resource." + i + ".folder"); i++) {
      resources.add(resource("resource." + i + "."));
    }
    return new BuildModel.Module(
        text("name"),
        text("folder"),
        text("output"),
        list("source"),
        List.copyOf(resources),
        text("encoding").isEmpty() ? "UTF-8" : text("encoding"),
        list("option"),
        Boolean.parseBoolean(text("processors")),
        Optional.ofNullable(report.getProperty(prefix + "needs")),
        list("compile"),
        list("runtime"));
  }

  private BuildModel.Resource resource(String key) {
    return new BuildModel.Resource(
        text(key + "folder"),
        text(key + "target"),
        Boolean.parseBoolean(text(key + "filtering")),
        list(key + "include"),
        list(key + "exclude"));
  }

  private String text(String key) {
    return report.getProperty(prefix + key, "");
  }

  private List<String> list(String key) {
    List<String> values = new ArrayList<>();
    for (int i = 0; report.containsKey(prefix + key + "." + i); i++) {
      values.add(text(key + "." + i));
    }
    return List.copyOf(values);
  }
}
