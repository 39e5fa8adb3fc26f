#pragma once

#include <QDialog>
#include <QVector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kaptan::ui
{

/// Labels, annotations or taints of one object, a line each. Says while it is typed what cannot be used.
/// objectName "marksDialog"; "marksAdd", "marksSave"; fields "key0", "value0", "effect0", "remove0".
class MarksDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Kind { Labels, Annotations, Taints };

    struct Mark {
        QString key, value;
        QString effect; ///< of a taint
    };

    /// `object` is its name for the title; untrusted.
    MarksDialog(Kind kind, const QString& object, const QVector<Mark>& marks, QWidget* parent = nullptr);

    QVector<Mark> marks() const;

private:
    struct Row {
        QLineEdit* key;
        QLineEdit* value;
        QComboBox* effect; ///< of taints
        QPushButton* remove;
        QString kept; ///< a value that a line cannot hold: it stays as it is
        bool isKept = false;
    };

    void add(const Mark& mark);
    void remove(const QLineEdit* key);
    void validate();
    QString problem(int index) const;

    Kind m_kind;
    QVector<Row> m_rows;
    QGridLayout* m_grid;
    QVector<QLabel*> m_headings;
    QLabel* m_none; ///< says that there are none
    QLabel* m_hint;
    QPushButton* m_save;
    int m_next = 0; ///< line of the grid
};

} // namespace kaptan::ui
