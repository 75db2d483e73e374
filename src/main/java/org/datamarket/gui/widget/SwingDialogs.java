package org.datamarket.gui.widget;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.datamarket.io.Html;

/** Real dialogs. They begin in the folder of the file chosen last. */
public final class SwingDialogs implements Dialogs {
  private static final int WIDTH = 420;
  private File last = new File(".");

  @Override
  public void error(Component parent, String title, String message) {
    JLabel text = new JLabel(html(message));
    JOptionPane.showMessageDialog(parent, text, title, JOptionPane.ERROR_MESSAGE);
  }

  @Override
  public boolean confirm(Component parent, String title, String question, String yes) {
    String[] answers = {yes, "Cancel"};
    int answer =
        JOptionPane.showOptionDialog(
            parent,
            new JLabel(html(question)),
            title,
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.WARNING_MESSAGE,
            null,
            answers,
            answers[1]);
    return answer == 0;
  }

  private static String html(String message) {
    return "<html><body style='width: %spx'>%s</body></html>"
        .formatted(WIDTH, Html.escape(message).replace("\n", "<br>"));
  }

  @Override
  public Optional<Path> fileToOpen(Component parent, String title, String kind, String... endings) {
    JFileChooser chooser = chooser(title);
    chooser.setFileFilter(new FileNameExtensionFilter(kind, endings));
    return chosen(chooser, chooser.showOpenDialog(parent));
  }

  @Override
  public Optional<Path> fileToSave(Component parent, String title, String proposal) {
    JFileChooser chooser = chooser(title);
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), proposal));
    return chosen(chooser, chooser.showSaveDialog(parent));
  }

  @Override
  public Optional<Path> folder(Component parent, String title) {
    JFileChooser chooser = chooser(title);
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    return chosen(chooser, chooser.showDialog(parent, "Choose"));
  }

  private JFileChooser chooser(String title) {
    JFileChooser chooser = new JFileChooser(last);
    chooser.setDialogTitle(title);
    return chooser;
  }

  private Optional<Path> chosen(JFileChooser chooser, int answer) {
    if (answer != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    last = chooser.getCurrentDirectory();
    return Optional.of(chooser.getSelectedFile().toPath());
  }
}
