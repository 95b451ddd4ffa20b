// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/batchreview.h"

#include <QList>

namespace modelscribe {

class EditSession;
class Workbench;

//! Drafts of single models that are to be looked at and saved together.
struct DraftsReview
{
    //! Of each the model that its draft was made from.
    QList<RegisteredModel> models;
    //! Makes of each what its draft says, merged with what the registry holds by then; where both
    //! changed the same it is set aside. What is typed later is not in it.
    Derivation derive;

    // Left out, because they cannot be saved this way:
    int newModels = 0;  //!< Each is created by itself.
    int unfinished = 0; //!< Something in them is no value yet.
    int busy = 0;       //!< A save or a run writes to them.
};

//! Of \p sessions those that can be saved together. Their editors have handed in what they hold
//! (Workbench::dirtySessions()).
DraftsReview reviewOfDrafts(const Workbench &workbench, const QList<EditSession *> &sessions);

} // namespace modelscribe
