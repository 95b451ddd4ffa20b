// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonunfinished.h"

#include <QObject>

namespace modelscribe {

class JsonDocument;
class JsonFaces;
class JsonLooseText;

//! What is typed in the faces of a document and is no value (yet). It stands in an open line, a
//! dialog or a field; what no such editor has is loose: shown, and kept until its place can be
//! opened again or the person drops it.
class JsonUnfinishedTexts : public QObject
{
    Q_OBJECT

public:
    //! \p loose shows what is loose.
    JsonUnfinishedTexts(JsonDocument &document, JsonFaces &faces, JsonLooseText &loose,
                        QObject *parent);

    JsonUnfinished all() const;
    //! Opens the editors again that it was typed in, as soon as they can be seen.
    void set(const JsonUnfinished &unfinished);
    //! Closes what is open: another text comes.
    void end();
    //! Opens what waits for it, if that can be seen now.
    void resume();
    //! Goes to where something is unfinished; false when nothing is.
    bool show();

signals:
    void changed();

private:
    void keep(const QString &place, const QString &text);
    void drop(const QString &place);
    bool resumeAt(const JsonUnfinishedPlace &place, const QString &text);

    JsonDocument &m_document;
    JsonFaces &m_faces;
    JsonLooseText &m_looseText;
    JsonUnfinished m_loose;
    bool m_toResume = false;    //!< m_loose, when it can be seen.
    bool m_isReplacing = false; //!< What was typed by what comes from outside.
};

} // namespace modelscribe
