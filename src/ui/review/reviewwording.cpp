// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewwording.h"

#include <QCoreApplication>

namespace modelscribe::reviewwording {

namespace {

struct Review
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace

QString offer(ReviewOffer offer)
{
    switch (offer) {
    case ReviewOffer::TryAgain: return Review::tr("Try again");
    case ReviewOffer::RetryRest: return Review::tr("Retry the rest");
    case ReviewOffer::RestoreLabels: return Review::tr("Restore the old labels…");
    case ReviewOffer::LookAgain: return Review::tr("Check again");
    case ReviewOffer::ReadBackAgain: return Review::tr("Read back again");
    case ReviewOffer::CreateAnother: return Review::tr("Create another with this name");
    case ReviewOffer::ChooseWhatToKeep: return Review::tr("Choose what to keep…");
    case ReviewOffer::TakeRegistry: return Review::tr("Take the registry’s values");
    case ReviewOffer::CopyAsNew: return Review::tr("Create again as a copy…");
    }
    return {};
}

QString obstacle(ReviewFlow::Obstacle obstacle)
{
    switch (obstacle) {
    case ReviewFlow::Obstacle::NothingLeft:
        return Review::tr("Nothing is left to save: the registry holds what you chose.");
    case ReviewFlow::Obstacle::CannotBeSaved:
        return Review::tr("It cannot be saved like this; the editor shows why.");
    case ReviewFlow::Obstacle::OtherConnection:
        return Review::tr("This model belongs to another connection. Nothing was sent; your "
                          "changes are kept as a draft.");
    case ReviewFlow::Obstacle::SavingAlready:
        return Review::tr("This model is already being saved. Nothing more was sent; wait until "
                          "that has finished, then review again.");
    case ReviewFlow::Obstacle::None: break;
    }
    return {};
}

} // namespace modelscribe::reviewwording
