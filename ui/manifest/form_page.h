#pragma once

#include "ui/manifest/form.h"
#include "ui/manifest/form_pairs.h"
#include "ui/manifest/form_rows.h"

#include <QSet>

namespace kaptan::ui
{

class FormItems;

/// A form out of sections of fields. It is made anew in another language.
class FormPage : public Form
{
    Q_OBJECT
public:
    using Build = std::function<void(FormPage& page)>;

    FormPage(FormContext context, Build build, QWidget* parent = nullptr);

    void show(const QJsonObject& object) override;
    void setNew(bool isNew) override;
    void retranslate() override;
    using QWidget::show;

    const FormContext& context() const { return m_context; }

    bool isNew() const { return m_new; }

    // For building, in the order of sight:

    /// A heading that folds what follows.
    void section(const QString& title, bool open = true);
    /// What is added from now on is below this path.
    void below(const QString& prefix);

    template <class F>
    F* add(F* field)
    {
        place(field);
        return field;
    }

    TextField* text(const QString& label, const QString& path, Codec codec = textCodec());
    ChoiceField* choice(const QString& label, const QString& path, QVector<FormChoice> choices);
    CheckField* check(const QString& label, const QString& path, bool fallback = false);
    /// Rows of key and value with a label's rules.
    PairsField* labels(const QString& label, const QString& path);
    /// A sentence.
    QLabel* note(const QString& text);
    /// Any other widget; `shown` is told of every object.
    void widget(QWidget* widget, std::function<void(const QJsonObject&)> shown = {});

    /// The fields until endItems() are of one item of the list at `path`, chosen by a box. `title` names an
    /// item; `start` is a new one; `addText` names the button.
    struct Items {
        QString path, label, addText;
        std::function<QString(int at, const QJsonObject& item)> title;
        std::function<QJsonValue(const QJsonObject& object)> start;
        bool mayBeEmpty = true;
    };

    void items(const Items& items);
    void endItems();

    /// Name, namespace, labels: what every object begins with.
    void metadata(FormCheck nameCheck, bool hasNamespace = true);

    const QVector<FormField*>& fields() const { return m_fields; }

    /// Further changes that go with a change of the name, of a new object.
    void setAlsoWithName(
        std::function<void(const QJsonObject&, const QString& old, const QString& now, FormChanges&)> also);

protected:
    void changeEvent(QEvent* event) override;

private:
    void place(FormField* field);
    void rebuild();

    FormContext m_context;
    Build m_build;
    QVBoxLayout* m_outer;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_column = nullptr; ///< where fields go now
    kube::YamlPath m_prefix;
    FormItems* m_current = nullptr;
    QVector<FormField*> m_fields;
    QSet<const FormField*> m_owned; ///< by one of the groups
    QVector<FormItems*> m_itemGroups;
    QVector<std::function<void(const QJsonObject&)>> m_watchers;
    std::function<void(const QJsonObject&, const QString&, const QString&, FormChanges&)> m_withName;
    QJsonObject m_object;
    bool m_new = false, m_building = false;
};

/// The chooser of an item, and the fields that are its.
class FormItems : public QWidget
{
    Q_OBJECT
public:
    FormItems(FormPage::Items items, kube::YamlPath prefix, QWidget* parent);

    QVBoxLayout* column() const { return m_column; }

    void take(FormField* field);
    void showIn(const QJsonObject& object);

Q_SIGNALS:
    void edited(const kaptan::ui::FormChanges& changes);

private:
    void showItem();

    FormPage::Items m_items;
    kube::YamlPath m_path;
    QJsonObject m_object;
    int m_at = 0;
    bool m_toLast = false;
    ChoiceBox* m_box;
    QPushButton *m_add, *m_remove;
    QLabel* m_note;
    QWidget* m_body;
    QVBoxLayout* m_column;
    QVector<FormField*> m_fields;
};

} // namespace kaptan::ui
