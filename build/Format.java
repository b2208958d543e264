import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds every Java source that a person wrote to google-java-format: {@code check} fails on a difference, {@code apply} writes it. */
class Format {

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    boolean apply = args[1].equals("apply");
    List<Path> different = new ArrayList<>();
    for (Path file : sources(root)) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (formatted.equals(source)) {
        continue;
      }
      different.add(root.relativize(file));
      if (apply) {
        Files.writeString(file, formatted);
      }
    }
    if (!different.isEmpty() && !apply) {
      different.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("Run `mvn -N validate -Dformat=apply`.");
      System.exit(1);
    }
  }

  private static String format(String source) throws Exception {
    String imports = ImportOrderer.reorderImports(
        RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(imports);
  }

  private static List<Path> sources(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> root.relativize(file).toString().contains("src/"))
          .filter(file -> !root.relativize(file).toString().contains("target/"))
          .filter(file -> !root.relativize(file).toString().contains("node_modules/"))
          .filter(file -> !root.relativize(file).toString().contains("src/generated/"))
          .toList();
    }
  }
}
