#include "ui/shell/key_list.h"

#include "ui/common/style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kaptan::ui
{

KeyList::KeyList(const QVector<Group>& groups, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keyList"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    resize(880, 480);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(tr("Keyboard"), this);
    setLook(title, Look::Title);
    layout->addWidget(title);

    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::xl);
    for (const Group& group : groups) {
        if (group.keys.isEmpty())
            continue;
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(space::m);
        grid->setVerticalSpacing(6);
        auto* heading = new QLabel(group.heading, body);
        heading->setTextFormat(Qt::PlainText);
        setLook(heading, Look::Heading);
        grid->addWidget(heading, 0, 0, 1, 2);
        int row = 1;
        for (const auto& [keys, meaning] : group.keys) {
            auto* key = new QLabel(keys, body);
            key->setTextFormat(Qt::PlainText);
            key->setAlignment(Qt::AlignCenter);
            key->setMinimumHeight(20);
            setLook(key, Look::Key);
            auto* words = new QLabel(meaning, body);
            words->setTextFormat(Qt::PlainText);
            words->setWordWrap(true);
            grid->addWidget(key, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
            grid->addWidget(words, row, 1);
            ++row;
        }
        grid->setColumnStretch(1, 1);
        grid->setRowStretch(row, 1);
        columns->addLayout(grid, 1);
    }
    area->setWidget(body);
    body->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    layout->addWidget(area, 1);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace kaptan::ui
