// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/textchange.h"

#include <Qsci/qsciscintilla.h>

namespace modelscribe {

//! A text editor that holds bytes: what is set is what it gives back.
class JsonTextEdit : public QsciScintilla
{
    Q_OBJECT

public:
    static constexpr int pasteLimit = 4 * 1024 * 1024; //!< In bytes.

    explicit JsonTextEdit(QWidget *parent = nullptr);

    QByteArray bytes() const;
    //! \p undoable: as one edit of the person; otherwise as a new text without a history.
    void setBytes(const QByteArray &bytes, bool undoable);

    //! As one step of undo; one edited() for all. Nothing while read-only.
    void applyChanges(const TextChanges &changes);

    //! Marks the line (from 0) of a problem; -1 for none.
    void markProblem(int line);
    //! Colours that belong to no lexer.
    void applyTheme();

    //! Selects the next \p text behind the selection, from the start again at the end; false when
    //! there is none.
    bool selectNext(const QByteArray &text);
    std::pair<int, int> position() const; //!< Line and column from 1, in code points.
    void goTo(qsizetype byteOffset);

signals:
    void edited();
    void inputCut(int limit);
    void findRequested();

protected:
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool m_setting = false;
};

} // namespace modelscribe
