// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

class QWidget;

namespace modelscribe {

class BatchReviewing;
class Editing;
class WindowPanes;
class Workbench;
struct ModelMetadata;

//! What one model holds goes to others: fields that were copied, also in another window, and cells
//! that are filled down. Both lead to the review of many models.
class FieldCopying : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Editing &editing;
        BatchReviewing &reviewing;
    };

    //! \p notWanted: see CopyFieldsDialog.
    FieldCopying(Workbench &workbench, const Parts &parts, const QStringList &notWanted,
                 QWidget &window);

    const QStringList &notWanted() const { return m_notWanted; }
    void setNotWanted(const QStringList &names) { m_notWanted = names; } //!< Without telling.
    //! There is one model in the editor.
    bool canCopy() const;
    void copy();
    //! Of the selected ones in the list, while the clipboard has fields; else 0.
    qsizetype modelsToPasteInto() const;
    void paste();
    bool canFillDown() const;
    //! The current column of the first selected model, over the others.
    void fillDown();

signals:
    void choiceChanged(); //!< See notWanted().

private:
    void copyOf(const QString &modelId);
    void ask(const ModelMetadata &metadata);
    bool holdsFields() const;
    bool isListShown() const;

    Workbench &m_workbench;
    Parts m_parts;
    QWidget &m_window;
    QStringList m_notWanted;
    mutable std::optional<bool> m_holdsFields; //!< The clipboard; nullopt: nobody looked yet.
};

} // namespace modelscribe
