#pragma once

#include "ui/common/diff_rows.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace kaptan::ui
{

class DiffText;

/// Two texts that are compared.
struct DiffTexts {
    QString before, after;
};

/// What differs between two texts, in one column or side by side: equal parts are folded, F7 and n go to the
/// next change, Shift+F7 and p to the one before. The comparison is made by a worker.
class DiffView : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    /// `whole` is the same with values that are hidden at first: the button "Show values" changes to it.
    void setTexts(const DiffTexts& texts, const std::optional<DiffTexts>& whole = {});
    void clear();
    void setSideBySide(bool both);

    bool isSideBySide() const { return m_sideBySide; }

    /// Of what is shown; null until it was compared.
    std::shared_ptr<const TextCompare> compared() const { return m_compare; }

    /// As the clipboard would get it, for tests.
    QString unified() const;

Q_SIGNALS:
    void ready(); ///< the comparison is shown

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void compare();
    void present();
    void unfold(int row);
    void step(bool backward);
    void retranslate();
    void restyle();

    DiffTexts m_texts;
    std::optional<DiffTexts> m_whole;
    std::shared_ptr<const TextCompare> m_compare;
    DiffLayout m_layout;
    QVector<DiffRow> m_rows;
    bool m_sideBySide = false;
    bool m_wantSides = false;
    int m_turn = 0;
    QLabel* m_summary;
    QPushButton *m_previous, *m_next, *m_sides, *m_values, *m_copy;
    DiffText *m_left, *m_right;
};

} // namespace kaptan::ui
