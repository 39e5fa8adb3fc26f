#pragma once

#include "ui/manifest/form_kit.h"

class QCheckBox;

namespace kaptan::ui
{

/// How the values of a mapping of names to texts are kept and shown.
struct PairsOptions {
    QString keyTitle, valueTitle; ///< translated
    QString addText;              ///< of the button
    FormCheck keyCheck = {}, valueCheck = {};
    bool tall = false;    ///< values have many lines
    bool encoded = false; ///< base64 in the YAML, text in the form
    bool masked = false;  ///< dots until shown
};

/// A mapping of names to texts: labels, the data of a ConfigMap, of a Secret. Rows keep their place while
/// they are edited.
class PairsField : public FormField
{
    Q_OBJECT
public:
    PairsField(const QString& label, const QString& path, PairsOptions options, QWidget* parent = nullptr);

protected:
    bool showValue(const QJsonValue& value) override;
    std::optional<InvalidInput> problem() const override;
    void setLocked(bool locked) override;

private:
    struct Row;
    Row* makeRow(const QString& key);
    void removeRow(Row* row);
    void keyTyped(Row* row, bool finished);
    void showRow(Row* row, const QJsonValue& value);
    void placeAdd();
    void reveal(bool on);

    PairsOptions m_options;
    QVector<Row*> m_rows;
    QWidget* m_body;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    QCheckBox* m_reveal = nullptr;
    QJsonObject m_values;
    bool m_locked = false, m_revealed = false;
};

} // namespace kaptan::ui
