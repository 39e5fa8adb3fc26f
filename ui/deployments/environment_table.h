#pragma once

#include "ui/deployments/spec_text.h"

#include <QAbstractTableModel>
#include <QCheckBox>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

namespace kaptan::ui
{

/// Variables of the deploy form. The value of a secret-looking name is handed out as dots, also to tooltips
/// and screen readers, until revealed; an empty last row is there to type into.
class EnvironmentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum ColumnIndex { Key, Value };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const spec_text::Pairs& pairs);
    void append(const spec_text::Pairs& pairs);
    void removeAt(QList<int> rows);
    void setRevealed(bool revealed);
    void retranslate();

    bool isRevealed() const { return m_revealed; }

    spec_text::Pairs pairs() const { return m_pairs; }

    bool isHidden(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    spec_text::Pairs m_pairs;
    bool m_revealed = false;
};

/// The table with its buttons; Ctrl+V of a .env block appends it.
class EnvironmentTable : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentTable(QWidget* parent = nullptr);

    EnvironmentModel* model() const { return m_model; }

    QTableView* view() const { return m_view; }

    /// A .env block; false (and pasteFailed) where it cannot be read.
    bool paste(const QString& text);
    void retranslate();
    /// The first thing that cannot be used; none where all can.
    Result<spec_text::Pairs> pairs() const;

Q_SIGNALS:
    void edited();
    void pasteFailed(const kaptan::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void removeSelected();

    EnvironmentModel* m_model;
    QTableView* m_view;
    QCheckBox* m_reveal;
    QPushButton* m_paste;
    QPushButton* m_remove;
};

} // namespace kaptan::ui
