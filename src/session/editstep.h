// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "json/replacedpart.h"

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
class EditStep
{
public:
    enum class Kind { Edit, Reset, Revert, Registry };
    //! What it may become one step with.
    enum class Joins { Nothing, Typing, Anything };

    EditStep(EditHistory &history, Kind kind, Joins joins, const ModelMetadata &before,
             const ModelMetadata &after);
    ~EditStep();
    EditStep(const EditStep &) = delete;
    EditStep &operator=(const EditStep &) = delete;

    //! What a model that is \p metadata becomes by undoing or redoing it.
    ModelMetadata changed(ModelMetadata metadata, bool undone) const;
    //! Takes over what \p next did right behind it; false when that is a step of its own.
    bool join(const EditStep &next);
    //! What was done in it is taken back in it.
    bool isNothing() const { return m_isNothing; }

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
    bool m_isNothing = false;
    bool m_forgotten = false;
};

} // namespace modelscribe
