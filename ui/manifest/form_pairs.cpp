#include "ui/manifest/form_pairs.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int mostRows = 100;

const QJsonValue nothing{QJsonValue::Undefined};

/// The text behind base64; nothing where it is none, or is not text.
std::optional<QString> decoded(const QString& base64, bool* binary = nullptr)
{
    QByteArray compact = base64.toLatin1();
    compact.replace('\n', "").replace('\r', ""); // a folded scalar of YAML
    const auto bytes = QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(*bytes);
    if (utf8.hasError() || text.contains(QChar(u'\0'))) {
        if (binary)
            *binary = true;
        return std::nullopt;
    }
    return text;
}

/// Values that must be there even when empty, unlike other fields.
Codec pairCodec(bool encoded)
{
    Codec codec = wholeTextCodec();
    const auto plain = codec.text;
    if (encoded)
        codec.text = [](const QJsonValue& value) -> std::optional<QString> {
            return value.isString() ? decoded(value.toString()) : std::nullopt;
        };
    codec.value = [encoded](const QString& text) -> std::optional<QJsonValue> {
        return QJsonValue(encoded ? QString::fromLatin1(text.toUtf8().toBase64()) : text);
    };
    return codec;
}

} // namespace

struct PairsField::Row {
    QString key;        ///< in the YAML; empty: not there yet
    bool fresh = false; ///< made here: its key is written letter by letter
    QString problem = {};
    QWidget* widget = nullptr;
    QLineEdit* name = nullptr;
    ValueEdit* line = nullptr;
    ValueText* lines = nullptr;
    QLabel* note = nullptr;
    QLineEdit* dots = nullptr;
    QPushButton* remove = nullptr;
};

PairsField::PairsField(const QString& label, const QString& path, PairsOptions options, QWidget* parent)
    : FormField(label, path, parent), m_options(std::move(options)), m_body(new QWidget(this)),
      m_column(new QVBoxLayout(m_body)), m_add(formButton(u"add"_s, m_options.addText, m_body))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(m_options.tall ? space::s : space::xs);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch();
    if (m_options.masked) {
        m_reveal = new QCheckBox(tr("&Show values"), m_body);
        m_reveal->setObjectName(u"revealValues"_s);
        foot->addWidget(m_reveal);
        connect(m_reveal, &QCheckBox::toggled, this, &PairsField::reveal);
    }
    m_column->addLayout(foot);
    m_add->setObjectName(u"add"_s);
    setEditor(m_body, m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Row* row = makeRow({});
        row->fresh = true;
        showRow(row, nothing);
        placeAdd();
        row->name->setFocus();
    });
}

PairsField::Row* PairsField::makeRow(const QString& key)
{
    auto* row = new Row{key};
    row->widget = new QWidget(m_body);
    connect(row->widget, &QObject::destroyed, row->widget, [row] { delete row; });
    row->name = new QLineEdit(row->widget);
    row->name->setObjectName(u"key"_s);
    setLook(row->name, Look::Mono);
    row->name->setText(key);
    row->name->setPlaceholderText(m_options.keyTitle);
    row->name->setAccessibleName(m_options.keyTitle);
    row->name->setMinimumWidth(60);
    row->remove = formButton(u"close"_s, {}, row->widget);
    row->remove->setObjectName(u"remove"_s);
    row->remove->setToolTip(tr("Remove"));
    row->remove->setAccessibleName(tr("Remove %1").arg(plainLine(key, 60)));
    row->note = formLabel(Look::Caption, row->widget);
    auto* column = new QVBoxLayout(row->widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::xs);
    column->addLayout(line);
    line->addWidget(row->name, 2);
    const auto typed = [this, row](const QJsonValue& value) {
        if (row->key.isEmpty())
            return; // written with its key
        m_values.insert(row->key, value);
        change({{path() / row->key, value}});
    };
    const Codec codec = pairCodec(m_options.encoded);
    if (m_options.tall) {
        row->lines = new ValueText(codec, 2, 12, row->widget);
        row->lines->setObjectName(u"value"_s);
        row->lines->setPlaceholderText(m_options.valueTitle);
        row->lines->setAccessibleName(m_options.valueTitle);
        connect(row->lines, &ValueText::typed, this, typed);
        column->addWidget(row->lines);
        if (m_options.masked) {
            row->dots = new QLineEdit(row->widget);
            row->dots->setReadOnly(true);
            row->dots->setText(QString(10, QChar(0x2022)));
            row->dots->setAccessibleName(tr("Hidden value"));
            column->addWidget(row->dots);
        }
    } else {
        row->line = new ValueEdit(codec, row->widget);
        row->line->setObjectName(u"value"_s);
        row->line->setPlaceholderText(m_options.valueTitle);
        row->line->setAccessibleName(m_options.valueTitle);
        row->line->setMinimumWidth(60);
        connect(row->line, &ValueEdit::typed, this, typed);
        connect(row->line, &ValueEdit::touched, this, [this] { present(); });
        line->addWidget(row->line, 3);
    }
    line->addWidget(row->remove);
    column->addWidget(row->note);
    connect(row->name, &QLineEdit::textEdited, this, [this, row] { keyTyped(row, row->fresh); });
    connect(row->name, &QLineEdit::editingFinished, this, [this, row] { keyTyped(row, true); });
    connect(row->remove, &QPushButton::clicked, this, [this, row] { removeRow(row); });
    m_column->insertWidget(int(m_rows.size()), row->widget);
    m_rows.append(row);
    return row;
}

void PairsField::removeRow(Row* row)
{
    m_rows.removeOne(row);
    row->name->blockSignals(true); // it loses the focus now
    row->widget->hide();
    row->widget->deleteLater();
    const QString key = row->key;
    placeAdd();
    if (key.isEmpty())
        return present();
    m_values.remove(key);
    change({{m_values.isEmpty() ? path() : path() / key, nothing}});
}

void PairsField::keyTyped(Row* row, bool finished)
{
    const QString name = row->name->text().trimmed();
    const bool taken = name != row->key &&
                       (m_values.contains(name) || std::any_of(m_rows.begin(), m_rows.end(), [&](Row* o) {
                            return o != row && o->key == name && !name.isEmpty();
                        }));
    row->problem =
        taken ? tr("“%1” is there twice. Choose another name.").arg(plainLine(name, 60)) : QString();
    present();
    if (!finished || taken || name.isEmpty() || name == row->key)
        return;
    FormChanges changes;
    QJsonValue value = row->key.isEmpty() ? QJsonValue() : m_values.value(row->key);
    if (row->key.isEmpty()) {
        const QString text = row->lines ? row->lines->text() : row->line->text();
        value = m_options.encoded ? QString::fromLatin1(text.toUtf8().toBase64()) : text;
    }
    changes.append({path() / name, value});
    if (!row->key.isEmpty()) {
        changes.append({path() / row->key, nothing});
        m_values.remove(row->key);
    }
    row->key = name;
    m_values.insert(name, value);
    placeAdd();
    change(changes);
}

void PairsField::showRow(Row* row, const QJsonValue& value)
{
    const bool there = !value.isUndefined();
    bool good = true;
    if (there)
        good = row->lines ? row->lines->show(value) : row->line->show(value);
    // What was typed before there is a key stays.
    QString note;
    if (there && !good && m_options.encoded && value.isString()) {
        bool binary = false;
        decoded(value.toString(), &binary);
        note = binary ? tr("Not text; it is edited in the YAML.")
                      : tr("This is not base64, the server would refuse it. Mend it in the YAML, or write "
                           "the value anew here.");
        good = !binary; // writing anew is the remedy
    } else if (there && !good) {
        note = tr("This is more than the form can show. It is edited in the YAML.");
    }
    row->note->setText(note);
    row->note->setVisible(!note.isEmpty());
    const bool hidden = m_options.masked && !m_revealed && there && !row->fresh;
    if (row->lines) {
        row->lines->setVisible(good && !hidden);
        row->lines->setReadOnly(m_locked);
    } else {
        row->line->setVisible(good);
        row->line->setReadOnly(m_locked);
        row->line->setEchoMode(hidden ? QLineEdit::Password : QLineEdit::Normal);
    }
    if (row->dots)
        row->dots->setVisible(good && hidden);
    row->name->setReadOnly(m_locked);
    row->remove->setVisible(!m_locked);
}

bool PairsField::showValue(const QJsonValue& value)
{
    const bool there = !value.isUndefined() && !value.isNull();
    const QJsonObject shown = value.toObject();
    if ((there && !value.isObject()) || shown.size() > mostRows)
        return false;
    m_values = shown;
    QStringList left = shown.keys();
    for (Row* row : QVector<Row*>(m_rows)) {
        if (left.removeOne(row->key)) {
            if (row->name->text().trimmed() != row->key && !row->name->hasFocus())
                row->name->setText(row->key);
            showRow(row, shown.value(row->key));
        } else if (!row->key.isEmpty()) {
            m_rows.removeOne(row);
            row->name->blockSignals(true);
            row->widget->hide();
            row->widget->deleteLater();
        } else {
            showRow(row, nothing);
        }
    }
    for (const QString& key : left)
        showRow(makeRow(key), shown.value(key));
    placeAdd();
    return true;
}

void PairsField::placeAdd()
{
    const bool pending =
        std::any_of(m_rows.begin(), m_rows.end(), [](const Row* row) { return row->key.isEmpty(); });
    m_add->setVisible(!m_locked);
    m_add->setEnabled(!pending && m_rows.size() < mostRows);
}

std::optional<InvalidInput> PairsField::problem() const
{
    for (const Row* row : m_rows) {
        if (!row->problem.isEmpty())
            return InvalidInput{label(), row->problem.chopped(1), {}};
        const QString name = row->name->text().trimmed();
        if (name.isEmpty())
            continue;
        if (const auto bad = m_options.keyCheck ? m_options.keyCheck(name) : std::nullopt)
            return bad;
        if (m_options.valueCheck && row->line)
            if (const auto bad = m_options.valueCheck(row->line->text())) {
                InvalidInput named = *bad;
                named.why = name + u": "_s + named.why;
                return named;
            }
    }
    return std::nullopt;
}

void PairsField::setLocked(bool locked)
{
    if (m_locked == locked)
        return;
    m_locked = locked;
    for (Row* row : std::as_const(m_rows))
        showRow(row, row->key.isEmpty() ? nothing : m_values.value(row->key));
    placeAdd();
}

void PairsField::reveal(bool on)
{
    m_revealed = on;
    for (Row* row : std::as_const(m_rows))
        showRow(row, row->key.isEmpty() ? nothing : m_values.value(row->key));
}

} // namespace kaptan::ui
