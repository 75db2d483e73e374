package org.datamarket.gui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.swing.JSlider;
import javax.swing.event.ChangeListener;
import org.datamarket.gui.widget.PlainWords;
import org.datamarket.gui.widget.SwingParts;
import sim.util.Interval;
import sim.util.gui.PropertyField;

/**
 * A parameter as a field to type in, with a slider beside it, or as a choice. What is typed is
 * handed on as it is; the slider writes its numbers as model files do, where MASON's would write
 * them as its user's country does.
 */
final class ParameterField extends PropertyField {
  private static final long serialVersionUID = 1;
  private static final int PLACES = 1000;

  private final transient DataMarketWithUI gui;
  private final transient Parameter parameter;
  private final List<String> choices;
  private boolean settling;

  private ParameterField(
      DataMarketWithUI gui,
      Parameter parameter,
      List<String> choices,
      String shown,
      Object domain,
      int form) {
    super(null, shown, true, domain, form);
    this.gui = gui;
    this.parameter = parameter;
    this.choices = List.copyOf(choices);
    setToolTipText(parameter.toolTip());
  }

  /** The field of a parameter of the model that is open. */
  static ParameterField of(DataMarketWithUI gui, Parameter parameter) {
    OpenedModel model = gui.opened().orElseThrow();
    String value = parameter.in(model);
    if (parameter.form() instanceof Parameter.Choice choice) {
      List<String> choices = choice.values().apply(model);
      String place = String.valueOf(choices.indexOf(value));
      return new ParameterField(
          gui, parameter, choices, place, choices.toArray(String[]::new), SHOW_LIST);
    }
    Interval range = ((Parameter.Number) parameter.form()).slider().apply(value).orElse(null);
    ParameterField field =
        new ParameterField(
            gui, parameter, List.of(), value, range, range == null ? SHOW_TEXTFIELD : SHOW_SLIDER);
    if (range != null) {
      field.replaceSlidersListener(range);
    }
    return field;
  }

  @Override
  public String newValue(String typed) {
    boolean chosen = !choices.isEmpty();
    set(chosen ? choices.get(Integer.parseInt(typed)) : typed);
    String now = parameter.in(gui.opened().orElseThrow());
    return chosen ? String.valueOf(Math.max(0, choices.indexOf(now))) : now;
  }

  /** Sets the parameter, or tells why it cannot be set. */
  private void set(String text) {
    try {
      gui.nextStart().set(parameter, text);
    } catch (Parameter.Refused refused) {
      gui.refuse(refused.getMessage());
    } catch (RuntimeException | OutOfMemoryError failed) {
      gui.refuse(PlainWords.of(failed));
    }
  }

  @Override
  public void setValue(String value) {
    settling = true;
    super.setValue(value);
    settling = false;
  }

  private void replaceSlidersListener(Interval range) {
    JSlider slider = SwingParts.all(this, JSlider.class).findFirst().orElseThrow();
    for (ChangeListener listener : slider.getChangeListeners()) {
      if (SwingParts.isMasons(listener)) {
        slider.removeChangeListener(listener);
      }
    }
    slider.addChangeListener(
        moved -> {
          if (!settling) {
            int place = slider.getValue();
            setValue(newValue(number(range, place)));
            settling = true;
            slider.setValue(place);
            settling = false;
          }
        });
  }

  /** The number at a place of a slider, with no more digits than places can tell apart. */
  private static String number(Interval range, int place) {
    if (!range.isDouble()) {
      return Integer.toString(place);
    }
    double from = range.getMin().doubleValue();
    double width = range.getMax().doubleValue() - from;
    int digits = (int) Math.max(0, Math.ceil(Math.log10(PLACES / width)));
    return new BigDecimal(from + width * place / PLACES)
        .setScale(digits, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
