#pragma once

#include "ui/common/style.h"
#include "ui/manifest/form_values.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

/// The fields that forms are put together of: a label, an editor, and below it what is wrong with it.
namespace kaptan::ui
{

/// Bound to one path of the object. What has a shape that it cannot show is left to the YAML, and it says so.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// `path` below a prefix that may change; also the object's name, for tests.
    FormField(const QString& label, const QString& path, QWidget* parent = nullptr);

    void setPrefix(const kube::YamlPath& prefix);
    kube::YamlPath path() const;

    /// Never emits.
    void showIn(const QJsonObject& object);
    void setNew(bool isNew);
    /// May be written only while the object is new.
    void setNewOnly();
    /// A sentence below the editor.
    void setHint(const QString& hint);
    /// In sight only where this holds for the object and the prefix.
    void setWhen(std::function<bool(const QJsonObject& object, const kube::YamlPath& prefix)> when);
    /// Adds what has to change together with it.
    void setAlso(std::function<void(const QJsonObject& object, FormChanges& changes)> also);

    QString problemText() const;

    bool isLeftToYaml() const { return m_left; }

Q_SIGNALS:
    void edited(const kaptan::ui::FormChanges& changes);

protected:
    /// False where the value cannot be shown.
    virtual bool showValue(const QJsonValue& value) = 0;

    virtual std::optional<InvalidInput> problem() const { return std::nullopt; }

    virtual void setLocked(bool locked) = 0;

    void setEditor(QWidget* editor, QWidget* buddy = nullptr);

    void hideLabel() { m_label->hide(); }

    /// Emits the changes and what has to go with them.
    void change(FormChanges changes);
    void changeTo(const QJsonValue& value);
    void present(); ///< problem, hint, what is left to the YAML

    const QJsonObject& object() const { return m_object; }

    QString label() const { return m_label->text(); }

    void changeEvent(QEvent* event) override;

    QString m_leftWords; ///< what stands there instead, where one can say it

private:
    QJsonObject m_object;
    kube::YamlPath m_prefix, m_path;
    QLabel *m_label, *m_problem, *m_hint, *m_note;
    QVBoxLayout* m_column;
    QWidget* m_editor = nullptr;
    bool m_left = false, m_new = false, m_newOnly = false;
    std::function<bool(const QJsonObject&, const kube::YamlPath&)> m_when;
    std::function<void(const QJsonObject&, FormChanges&)> m_also;
};

/// One line, or several.
class TextField : public FormField
{
    Q_OBJECT
public:
    TextField(const QString& label, const QString& path, Codec codec, QWidget* parent = nullptr);
    TextField(const QString& label, const QString& path, Codec codec, int leastLines, int mostLines,
              QWidget* parent = nullptr);
    void setPlaceholder(const QString& text);
    /// Dots instead of letters; one line only.
    void setSecret();
    /// An empty text is a mistake, which is said once somebody was here.
    void setNeeded(const QString& why, const QString& fix);

protected:
    bool showValue(const QJsonValue& value) override;
    std::optional<InvalidInput> problem() const override;
    void setLocked(bool locked) override;

private:
    QString text() const;
    ValueEdit* m_line = nullptr;
    ValueText* m_lines = nullptr;
    std::optional<InvalidInput> m_needed;
    bool m_touched = false;
};

class ChoiceField : public FormField
{
    Q_OBJECT
public:
    ChoiceField(const QString& label, const QString& path, QVector<FormChoice> choices,
                QWidget* parent = nullptr);

protected:
    bool showValue(const QJsonValue& value) override;
    void setLocked(bool locked) override;

private:
    ChoiceBox* m_box;
};

/// True or false; where it is not there, it is `fallback`.
class CheckField : public FormField
{
    Q_OBJECT
public:
    CheckField(const QString& label, const QString& path, bool fallback = false, QWidget* parent = nullptr);

protected:
    bool showValue(const QJsonValue& value) override;
    void setLocked(bool locked) override;

private:
    QCheckBox* m_box;
    bool m_fallback;
};

/// Which of several keys is there: httpGet, tcpSocket or exec of a probe.
class VariantField : public FormField
{
    Q_OBJECT
public:
    struct Variant {
        QString key, title;
        QJsonValue start; ///< the value that it begins with
    };

    /// `none`: the title where there is nothing at all. Other keys of the mapping that are in `shared` stay
    /// when another is chosen; with none chosen the whole mapping goes.
    VariantField(const QString& label, const QString& path, const QString& none, QVector<Variant> variants,
                 QWidget* parent = nullptr);

protected:
    bool showValue(const QJsonValue& value) override;
    void setLocked(bool locked) override;

private:
    ChoiceBox* m_box;
    QVector<Variant> m_variants;
    QString m_shown;
    bool m_there = false;
};

/// A label of plain text that wraps.
QLabel* formLabel(Look look, QWidget* parent);
/// A quiet button with an icon and words.
QPushButton* formButton(const QString& icon, const QString& text, QWidget* parent);

} // namespace kaptan::ui
