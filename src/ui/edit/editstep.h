// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "json/replacedpart.h"

#include <QUndoCommand>

#include <optional>
#include <variant>
#include <vector>

namespace modelscribe {

class EditHistory;

//! Where in a model something was undone or redone.
struct StepPlace
{
    const ModelField *field = nullptr; //!< nullptr: the labels.
    qsizetype begin = 0; //!< Of what stands there now, in units of the text: bytes for ExtraInfo.
    qsizetype end = 0;
    int row = 0;    //!< Of the labels.
    int column = 0; //!< 0: the key.
};

//! What one step changed of a model: only the parts of the texts that differ, so that steps in a
//! long text stay small.
class EditStep : public QUndoCommand
{
public:
    enum class Kind { Edit, Reset, Revert, Registry };
    //! What it may become one step with.
    enum class Joins { Nothing, Typing, Anything };

    EditStep(EditHistory &history, Kind kind, Joins joins, const ModelMetadata &before,
             const ModelMetadata &after);
    ~EditStep() override;
    EditStep(const EditStep &) = delete;
    EditStep &operator=(const EditStep &) = delete;

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

    //! For a sentence such as "Undo …"; asked for in the language of now.
    QString what() const;
    StepPlace place(bool undone) const;
    bool touches(const ModelField *field) const; //!< nullptr: the labels.
    qsizetype bytes() const { return m_bytes; }
    //! Frees what it holds: it can be neither undone nor redone any more.
    void forget();
    bool isForgotten() const { return m_forgotten; }

private:
    struct Field
    {
        const ModelField *field;
        std::variant<ReplacedText, std::vector<ReplacedBytes>> parts; //!< In the order they came.
    };
    struct Labels
    {
        QList<Label> before;
        QList<Label> after;
        std::optional<ReplacedText> typed; //!< All that happened is that in one cell.
        int row = 0;
        int column = 0;
    };

    static Labels labelsBetween(const QList<Label> &before, const QList<Label> &after);
    ModelMetadata changed(ModelMetadata metadata, bool undone) const;
    bool join(const EditStep &next);
    bool isTypedOn(const EditStep &next) const;
    const ReplacedText *typedText() const;
    const ReplacedBytes *typedBytes() const;
    bool isOnlyExtraInfo() const;
    void count();

    EditHistory &m_history;
    std::vector<Field> m_fields;
    std::optional<Labels> m_labels;
    Kind m_kind;
    Joins m_joins;
    qsizetype m_bytes = 0;
    bool m_done = true; //!< The first redo() is of what is done already.
    bool m_forgotten = false;
};

} // namespace modelscribe
