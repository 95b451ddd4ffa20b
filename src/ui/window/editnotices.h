// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace modelscribe {

class EditSession;
class EditorPane;
class Workbench;
struct Edits;
struct ModelMetadata;

//! Says in the editor of a draft what happened to it in another window or in the registry.
class EditNotices : public QObject
{
    Q_OBJECT

public:
    //! \p paneOf gives the editor that shows a session, or nullptr.
    EditNotices(Workbench &workbench, std::function<EditorPane *(const EditSession *)> paneOf,
                QObject *parent = nullptr);

signals:
    //! The person wants a model that is gone once more, from this draft.
    void copyRequested(modelscribe::EditSession *session);

private:
    void tellTakenOver(EditSession *session, const Edits &before);
    void tellEnded(EditSession *session, const Edits &before);
    void tellGone(EditSession *session);

    std::function<EditorPane *(const EditSession *)> m_paneOf;
};

} // namespace modelscribe
