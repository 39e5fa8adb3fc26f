#pragma once

#include "ui/manifest/form_kit.h"

namespace kaptan::ui
{

/// One value of each item of a list of mappings.
struct RowColumn {
    enum class Kind { Text, Choice, Check };

    QString path; ///< in the item
    QString title;
    Codec codec = textCodec();
    Kind kind = Kind::Text;
    QVector<FormChoice> choices = {};
    int stretch = 1;
    bool newLine = false; ///< begins a line of its own
    /// Where it stands in this item, if that depends.
    std::function<QString(const QJsonObject& item)> where = {};
    /// What to show instead where the form cannot show this item: the row is left to the YAML then.
    std::function<QString(const QJsonObject& item)> instead = {};
    /// Choice: which is the item's, and what makes it another one (paths in the item).
    std::function<QString(const QJsonObject& item)> current = {};
    std::function<FormChanges(const QJsonObject& item, const QString& choice)> choose = {};
    /// In sight only where this holds.
    std::function<bool(const QJsonObject& item)> when = {};
};

/// A list of mappings: ports, variables, mounts. What the form does not know of an item stays in it.
class RowsField : public FormField
{
    Q_OBJECT
public:
    /// `start`: what a new row has besides what is typed first. `addNow`: a new row is written at once.
    RowsField(const QString& label, const QString& path, QVector<RowColumn> columns, const QString& addText,
              QJsonObject start = {}, bool addNow = false, QWidget* parent = nullptr);

protected:
    bool showValue(const QJsonValue& value) override;
    std::optional<InvalidInput> problem() const override;
    void setLocked(bool locked) override;

private:
    struct Cell {
        QWidget* box = nullptr; ///< with its caption
        ValueEdit* edit = nullptr;
        ChoiceBox* choice = nullptr;
        QCheckBox* check = nullptr;
    };

    struct Row {
        QWidget* widget = nullptr;
        QVector<Cell> cells;
        QLabel* note = nullptr;
        QPushButton* remove = nullptr;
    };

    void makeRow();
    void dropRow();
    void showRow(int at, const QJsonObject& item);
    void write(int at, const RowColumn& column, const QJsonValue& value);
    void remove(int at);
    QString pathIn(const RowColumn& column, const QJsonObject& item) const;

    QVector<RowColumn> m_columns;
    QJsonObject m_start;
    bool m_addNow, m_locked = false, m_pending = false, m_tall = false;
    QVector<QJsonObject> m_items;
    QVector<Row> m_rows;
    QWidget* m_body;
    QVBoxLayout* m_column;
    QPushButton* m_add;
};

} // namespace kaptan::ui
