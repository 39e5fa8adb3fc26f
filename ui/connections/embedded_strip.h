#pragma once

#include "app/session/embedded_engine.h"
#include "ui/common/widgets.h"

class QCheckBox;

namespace kaptan::ui
{

class ErrorBox;

/// The engine that Kaptan itself can start, under the table: what it is, its state, its buttons, its error.
class EmbeddedStrip : public Card
{
    Q_OBJECT
public:
    /// The actions are the pane's.
    EmbeddedStrip(QAction* start, QAction* stop, QAction* keep, QWidget* parent = nullptr);

    void show(session::EmbeddedEngine::State state, const QString& socketPath,
              const std::optional<Error>& unavailable, const std::optional<Error>& error);

private:
    ChipLabel* m_chip;
    ElidedLabel* m_text;
    ElidedLabel* m_socket;
    QCheckBox* m_keep;
    ErrorBox* m_error;
};

/// Configuration files and variables that could not be used, each with its reason.
class NotesCard : public Card
{
    Q_OBJECT
public:
    explicit NotesCard(QWidget* parent = nullptr);
    void show(const QVector<session::DiscoveryNote>& notes);

private:
    QVBoxLayout* m_rows;
};

} // namespace kaptan::ui
