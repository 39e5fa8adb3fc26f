#pragma once

#include "app/core/error.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <functional>
#include <optional>

/// Editors of single values of an object. They show what the YAML says and say what the user makes of it;
/// an editor that is typed in keeps its text and its cursor as long as that text means what the YAML says.
namespace kaptan::ui
{

using FormChanges = QVector<QPair<kube::YamlPath, QJsonValue>>;
/// Why a text cannot be used and what helps; nothing where it can.
using FormCheck = std::function<std::optional<InvalidInput>(const QString& text)>;

/// Characters of one value that a form still takes.
inline constexpr int longestValue = 200'000;

/// How a value is written by a person. The text is the truth: what is typed goes into the YAML as it is, also
/// where the check complains, unless it has no meaning at all.
struct Codec {
    /// Nothing where the form cannot show such a value: it is edited in the YAML then.
    std::function<std::optional<QString>(const QJsonValue&)> text;
    /// Undefined removes. Nothing: this is not to be written.
    std::function<std::optional<QJsonValue>(const QString&)> value;
    FormCheck check = {};
};

Codec textCodec(FormCheck check = {});
/// Keeps blanks at the ends, for text of many lines and passwords.
Codec wholeTextCodec(FormCheck check = {});
Codec numberCodec(int least, int most);
/// A port's number or name, a number or a percentage.
Codec numberOrTextCodec(FormCheck check = {});
/// "250m", "128Mi".
Codec quantityCodec();
/// A list of strings, one a line. One with a line end in it cannot be shown so.
Codec linesCodec(FormCheck eachCheck = {});
/// A list of strings with commas between.
Codec commaCodec(FormCheck eachCheck = {});
/// A label selector: "app=web, tier=db"; empty means everything ({}).
Codec selectorCodec();

/// A port's number.
FormCheck portCheck();
/// "80%", "3".
FormCheck countOrPercentCheck();

/// The changes that make `now` of what stands at `path`: lists of plain values item by item where that is
/// less than the whole.
FormChanges minimalChanges(const kube::YamlPath& path, const QJsonValue& old, const QJsonValue& now);
/// The object with the changes made, as the YAML will have it.
QJsonObject withChanges(const QJsonObject& object, const FormChanges& changes);
QString problemLine(const InvalidInput& problem);

class ValueEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit ValueEdit(Codec codec, QWidget* parent = nullptr);

    /// False where the value cannot be shown; the editor is empty then.
    bool show(const QJsonValue& value);
    std::optional<InvalidInput> problem() const;
    using QLineEdit::show;

Q_SIGNALS:
    void typed(const QJsonValue& value);
    /// The text changed by hand, also to one that is not written.
    void touched();

private:
    Codec m_codec;
    QJsonValue m_shown = QJsonValue(QJsonValue::Undefined);
    bool m_first = true;
};

class ValueText : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// As high as its text within these numbers of lines.
    ValueText(Codec codec, int leastLines, int mostLines, QWidget* parent = nullptr);

    bool show(const QJsonValue& value);
    std::optional<InvalidInput> problem() const;
    QString text() const;
    using QPlainTextEdit::show;

Q_SIGNALS:
    void typed(const QJsonValue& value);
    void touched();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();
    Codec m_codec;
    QJsonValue m_shown = QJsonValue(QJsonValue::Undefined);
    int m_least, m_most;
    bool m_setting = false, m_first = true;
};

/// One of a few words. `value` empty: the key is not there.
struct FormChoice {
    QString value, title;
};

class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QVector<FormChoice> choices, QWidget* parent = nullptr);

    /// A word that is no choice becomes one; false where the value is no word.
    bool show(const QJsonValue& value);
    using QComboBox::show;

Q_SIGNALS:
    void chosen(const QString& value);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    QVector<FormChoice> m_choices;
};

} // namespace kaptan::ui
