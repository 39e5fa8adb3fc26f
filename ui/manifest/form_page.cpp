#include "ui/manifest/form_page.h"

#include "app/kube/manifest/tenancy.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using kube::YamlPath;

FormPage::FormPage(FormContext context, Build build, QWidget* parent)
    : Form(parent), m_context(std::move(context)), m_build(std::move(build)), m_outer(new QVBoxLayout(this))
{
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_outer->setSpacing(0);
    rebuild();
}

void FormPage::rebuild()
{
    m_building = true;
    delete m_body;
    m_fields.clear();
    m_owned.clear();
    m_itemGroups.clear();
    m_watchers.clear();
    m_prefix = {};
    m_current = nullptr;
    m_withName = {};
    m_body = new QWidget(this);
    m_outer->addWidget(m_body);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::m);
    m_column = column;
    m_build(*this);
    column->addStretch();
    m_building = false;
    for (FormField* field : std::as_const(m_fields))
        field->setNew(m_new);
}

void FormPage::show(const QJsonObject& object)
{
    m_object = object;
    for (FormItems* items : std::as_const(m_itemGroups))
        items->showIn(object);
    for (FormField* field : std::as_const(m_fields))
        if (!m_owned.contains(field))
            field->showIn(object);
    for (const auto& watcher : std::as_const(m_watchers))
        watcher(object);
}

void FormPage::setNew(bool isNew)
{
    m_new = isNew;
    for (FormField* field : std::as_const(m_fields))
        field->setNew(isNew);
}

void FormPage::retranslate()
{
    rebuild();
    show(m_object);
}

void FormPage::changeEvent(QEvent* event)
{
    Form::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_building)
        retranslate();
}

void FormPage::section(const QString& title, bool open)
{
    auto* column = static_cast<QVBoxLayout*>(m_body->layout());
    auto* head = new QPushButton(title, m_body);
    head->setObjectName(u"section"_s);
    head->setAutoDefault(false);
    head->setCheckable(true);
    setLook(head, Look::Link);
    auto* body = new QWidget(m_body);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    const auto fold = [head, body] {
        body->setVisible(head->isChecked());
        head->setIcon(Style::instance().icon(head->isChecked() ? u"chevron-down"_s : u"chevron-right"_s));
    };
    connect(head, &QPushButton::toggled, body, fold);
    connect(&Style::instance(), &Style::changed, body, fold);
    head->setChecked(open);
    fold();
    column->addWidget(head);
    column->addWidget(body);
    m_prefix = {};
}

void FormPage::below(const QString& prefix)
{
    m_prefix = YamlPath::of(prefix);
}

void FormPage::place(FormField* field)
{
    field->setPrefix(m_prefix);
    m_column->addWidget(field);
    m_fields.append(field);
    if (m_current) {
        m_current->take(field);
        m_owned.insert(field);
    }
    connect(field, &FormField::edited, this, &FormPage::edited);
}

TextField* FormPage::text(const QString& label, const QString& path, Codec codec)
{
    return add(new TextField(label, path, std::move(codec)));
}

ChoiceField* FormPage::choice(const QString& label, const QString& path, QVector<FormChoice> choices)
{
    return add(new ChoiceField(label, path, std::move(choices)));
}

CheckField* FormPage::check(const QString& label, const QString& path, bool fallback)
{
    return add(new CheckField(label, path, fallback));
}

PairsField* FormPage::labels(const QString& label, const QString& path)
{
    return add(new PairsField(
        label, path,
        {tr("Key"), tr("Value"), tr("Add a label"), kube::labelKeyProblem, kube::labelValueProblem}));
}

QLabel* FormPage::note(const QString& text)
{
    QLabel* label = formLabel(Look::Caption, m_body);
    label->setText(text);
    m_column->addWidget(label);
    return label;
}

void FormPage::widget(QWidget* widget, std::function<void(const QJsonObject&)> shown)
{
    m_column->addWidget(widget);
    if (shown)
        m_watchers.append(std::move(shown));
}

void FormPage::items(const Items& items)
{
    m_current = new FormItems(items, m_prefix, m_body);
    m_column->addWidget(m_current);
    m_column = m_current->column();
    m_itemGroups.append(m_current);
    connect(m_current, &FormItems::edited, this, &FormPage::edited);
}

void FormPage::endItems()
{
    m_column = static_cast<QVBoxLayout*>(m_current->parentWidget()->layout());
    m_current = nullptr;
}

void FormPage::setAlsoWithName(
    std::function<void(const QJsonObject&, const QString&, const QString&, FormChanges&)> also)
{
    m_withName = std::move(also);
}

void FormPage::metadata(FormCheck nameCheck, bool hasNamespace)
{
    auto* name = text(tr("Name"), u"metadata.name"_s, textCodec(std::move(nameCheck)));
    name->setNewOnly();
    name->setNeeded(tr("It has no name"), tr("Write one, such as web."));
    name->setAlso([this](const QJsonObject& object, FormChanges& changes) {
        if (m_new && m_withName)
            m_withName(object, kube::valueAt(object, YamlPath::of(u"metadata.name"_s)).toString(),
                       changes.first().second.toString(), changes);
    });
    if (hasNamespace) {
        auto* space = text(tr("Namespace"), u"metadata.namespace"_s, textCodec(kube::labelNameProblem));
        space->setNewOnly();
        space->setPlaceholder(m_context.nameSpace);
    }
}

// ---- FormItems

FormItems::FormItems(FormPage::Items items, YamlPath prefix, QWidget* parent)
    : QWidget(parent), m_items(std::move(items)), m_path(std::move(prefix)), m_box(new ChoiceBox({}, this)),
      m_add(formButton(u"add"_s, m_items.addText, this)), m_remove(formButton(u"trash"_s, {}, this)),
      m_note(formLabel(Look::Caption, this)), m_body(new QWidget(this)), m_column(new QVBoxLayout(m_body))
{
    setObjectName(m_items.path);
    m_path.steps += YamlPath::of(m_items.path).steps;
    m_box->setObjectName(u"chooser"_s);
    m_box->setAccessibleName(m_items.label);
    m_add->setObjectName(u"addItem"_s);
    m_remove->setObjectName(u"removeItem"_s);
    m_remove->setToolTip(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove what is chosen"));
    m_note->setText(tr("This is more than the form can show. It is edited in the YAML."));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::xs);
    head->addWidget(m_box, 1);
    head->addWidget(m_remove);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_body);
    column->addLayout(foot);
    connect(m_box, &QComboBox::activated, this, [this](int at) {
        m_at = at;
        showItem();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QJsonArray list = kube::valueAt(m_object, m_path).toArray();
        m_toLast = true;
        Q_EMIT edited({{m_path / int(list.size()), m_items.start(m_object)}});
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QJsonArray list = kube::valueAt(m_object, m_path).toArray();
        Q_EMIT edited({{list.size() > 1 ? m_path / m_at : m_path, QJsonValue(QJsonValue::Undefined)}});
    });
}

void FormItems::take(FormField* field)
{
    m_fields.append(field);
}

void FormItems::showIn(const QJsonObject& object)
{
    m_object = object;
    const QJsonValue value = kube::valueAt(object, m_path);
    const QJsonArray list = value.toArray();
    if (m_toLast && !list.isEmpty())
        m_at = int(list.size()) - 1;
    m_toLast = false;
    m_at = qBound(0, m_at, qMax(0, int(list.size()) - 1));
    QStringList titles;
    for (int i = 0; i < list.size() && i < 200; ++i)
        titles << plainLine(m_items.title(i, list.at(i).toObject()), 120);
    for (int i = 0; i < titles.size(); ++i) {
        if (i < m_box->count())
            m_box->setItemText(i, titles.at(i));
        else
            m_box->addItem(titles.at(i));
    }
    while (m_box->count() > titles.size())
        m_box->removeItem(m_box->count() - 1);
    m_box->setCurrentIndex(titles.isEmpty() ? -1 : qMin(m_at, int(titles.size()) - 1));
    // The box cuts off what is longer than it.
    m_box->setToolTip(plainToolTip(m_box->currentText()));
    const bool strange = !value.isUndefined() && !value.isNull() && !value.isArray();
    m_box->setVisible(!list.isEmpty());
    m_add->setVisible(!strange);
    m_remove->setVisible(!list.isEmpty() && (m_items.mayBeEmpty || list.size() > 1));
    showItem();
}

void FormItems::showItem()
{
    const QJsonValue value = kube::valueAt(m_object, m_path);
    const QJsonArray list = value.toArray();
    const bool there = m_at < list.size() && list.at(m_at).isObject();
    const bool nothing = value.isUndefined() || value.isNull() || (value.isArray() && list.isEmpty());
    m_body->setVisible(there);
    m_note->setVisible(!there && !nothing);
    if (!there)
        return;
    for (FormField* field : std::as_const(m_fields)) {
        field->setPrefix(m_path / m_at);
        field->showIn(m_object);
    }
}

} // namespace kaptan::ui
