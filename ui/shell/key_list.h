#pragma once

#include <QDialog>
#include <QPair>
#include <QVector>

namespace kaptan::ui
{

/// All keys that work now: those of the window and those of the pane. F1 or "?" opens it.
class KeyList : public QDialog
{
    Q_OBJECT
public:
    struct Group {
        QString heading;
        QVector<QPair<QString, QString>> keys; ///< keys, what they do
    };

    KeyList(const QVector<Group>& groups, QWidget* parent);
};

} // namespace kaptan::ui
