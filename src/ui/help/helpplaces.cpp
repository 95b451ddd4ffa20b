// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpplaces.h"

#include "ui/batch/batchpage.h"
#include "ui/batch/endpage.h"
#include "ui/batch/runtray.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/columnchooser.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/orderbar.h"
#include "ui/browse/pasteddialog.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/selectionbar.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/compare/comparepage.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/descriptiondialog.h"
#include "ui/edit/documentpreview.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/labelseditor.h"
#include "ui/figures/figurespage.h"
#include "ui/firststart/firststartpage.h"
#include "ui/journal/activitywindow.h"
#include "ui/journal/journalview.h"
#include "ui/json/dialogs/jsondialog.h"
#include "ui/json/jsoneditor.h"
#include "ui/labels/labelswindow.h"
#include "ui/many/copyfieldsdialog.h"
#include "ui/many/manypane.h"
#include "ui/many/pastevaluesdialog.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/probedialog.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/settings/settingsdialog.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

template<typename Place>
HelpPlace at(QLatin1StringView page, QLatin1StringView anchor = {})
{
    return {&Place::staticMetaObject, findHelpPage(page), anchor};
}

} // namespace

const QList<HelpPlace> &helpPlaces()
{
    static const QList<HelpPlace> places{
        at<HeaderBar>("finding"_L1),
        at<Sidebar>("finding"_L1, "the-sidebar"_L1),
        at<BrowsePane>("finding"_L1, "the-list"_L1),
        at<ColumnChooser>("finding"_L1, "the-list"_L1),
        at<StatusLine>("finding"_L1),
        at<FiguresPage>("query-language"_L1, "figures"_L1),
        at<SearchBox>("query-language"_L1),

        at<EditorPane>("editing"_L1),
        at<LabelsEditor>("editing"_L1, "labels"_L1),
        at<DescriptionDialog>("editing"_L1, "description"_L1),
        at<DocumentPreview>("editing"_L1, "document"_L1),
        at<ComparePage>("editing"_L1, "side-by-side"_L1),
        at<JsonEditor>("json-editor"_L1),
        at<JsonDialog>("json-editor"_L1),

        at<SelectionBar>("many-at-a-time"_L1, "one-form-for-many-models"_L1),
        at<ManyPane>("many-at-a-time"_L1, "one-form-for-many-models"_L1),
        at<PastedDialog>("many-at-a-time"_L1, "one-form-for-many-models"_L1),
        at<BatchPage>("many-at-a-time"_L1, "before-it-is-sent"_L1),
        at<EndPage>("many-at-a-time"_L1, "in-the-window"_L1),
        at<RunTray>("many-at-a-time"_L1, "in-the-window"_L1),
        at<OrderBar>("many-at-a-time"_L1, "order-by-hand"_L1),
        at<PasteValuesDialog>("many-at-a-time"_L1, "values-from-a-spreadsheet"_L1),
        at<CopyFieldsDialog>("many-at-a-time"_L1, "fields-of-another-model"_L1),
        at<LabelsWindow>("many-at-a-time"_L1, "labels-in-order"_L1),

        at<DraftsList>("keeping-your-work"_L1, "drafts"_L1),
        at<ReviewDialog>("keeping-your-work"_L1, "saving"_L1),
        at<ConflictDialog>("keeping-your-work"_L1, "saving"_L1),
        at<DeleteDialog>("keeping-your-work"_L1, "saving"_L1),
        at<JournalView>("keeping-your-work"_L1, "history"_L1),
        at<ActivityWindow>("keeping-your-work"_L1, "history"_L1),

        at<ProfilesDialog>("accounts-and-keys"_L1),
        at<ProbeDialog>("accounts-and-keys"_L1, "finding-out-what-a-service-does"_L1),
        at<ConnectionButton>("accounts-and-keys"_L1),
        at<ConnectionMenu>("accounts-and-keys"_L1),

        at<SettingsDialog>("settings"_L1),
        at<FirstStartPage>("first-steps"_L1),
    };
    return places;
}

const HelpPlace &helpPlaceOf(const QWidget *widget)
{
    static const HelpPlace elsewhere{.page = findHelpPage(u"first-steps"_s)};
    for (; widget; widget = widget->parentWidget()) {
        const auto place = std::ranges::find_if(helpPlaces(), [&](const HelpPlace &one) {
            return widget->metaObject()->inherits(one.place);
        });
        if (place != helpPlaces().end())
            return *place;
    }
    return elsewhere;
}

} // namespace modelscribe
