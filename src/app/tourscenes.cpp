// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tourscenes.h"

#include "app/tourhands.h"
#include "registry/catalog.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "ui/window/mainwindow.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString sceneModel() { return u"bert-zh-news"_s; }

TourStep firstStart(MainWindow &window)
{
    return {.name = u"first-start"_s,
            .sentence = u"The first start asks where the models are and offers keys it found"_s,
            .act = [] { return true; },
            .holds =
                [&window] {
                    return hands::find(&window, u"Open the samples"_s)
                           && hands::find(&window, u"Use ~/.aliyun/config.json default"_s);
                },
            .scene = u"first-start"_s};
}

TourStep connectStep(MainWindow &window, Workbench &workbench)
{
    return {.name = u"connect"_s,
            .sentence = u"The samples are opened and listed"_s,
            .act = [&window] { return hands::press(&window, u"Open the samples"_s); },
            .holds =
                [&window, &workbench] {
                    const CatalogSync *sync = workbench.catalogSync();
                    return sync && sync->state() == CatalogSync::State::Ready
                           && workbench.catalog()->size() >= 20
                           && hands::press(&window, u"Do not show again"_s);
                }};
}

TourStep chooseStep(MainWindow &window)
{
    return {
        .name = u"choose"_s,
        .sentence = u"A sample is chosen"_s,
        .act = [&window] { return hands::chooseRow(&window, u"Models"_s, sceneModel()); },
        .holds = [&window] { return hands::text(&window, u"field_ModelName"_s) == sceneModel(); }};
}

TourStep changeStep(MainWindow &window, Workbench &workbench)
{
    return {.name = u"change"_s,
            .sentence = u"Description and task change: bars and reset buttons show it"_s,
            .act =
                [&window] {
                    return hands::type(&window, u"field_ModelDescription"_s,
                                       u"新闻分类：中文新闻标题的 14 类分类模型，2026 年重训。"_s)
                           && hands::type(&window, u"field_Task"_s, u"text-generation"_s);
                },
            .holds = [&workbench] { return !workbench.dirtySessions().isEmpty(); },
            .scene = u"main"_s};
}

TourStep extraInfoStep(MainWindow &window)
{
    return {.name = u"look-at-extra-info"_s,
            .sentence = u"ExtraInfo over the whole window: hints, and the line that changed"_s,
            .act =
                [&window] {
                    if (!hands::press(&window, u"wholeEditorAction"_s)
                        || !hands::chooseTab(&window, 1))
                        return false;
                    QString text = hands::text(&window, u"field_ExtraInfo"_s);
                    text.replace(u"4.94"_s, u"4.95"_s);
                    text.replace(u"606056"_s, u"\"606056\""_s);
                    return hands::type(&window, u"field_ExtraInfo"_s, text)
                           && hands::press(&window, u"Format"_s);
                },
            .holds =
                [&window] {
                    QWidget *text = hands::find(&window, u"JSON text"_s);
                    if (!text || !hands::text(&window, u"field_ExtraInfo"_s).contains("\n"_L1))
                        return false;
                    hands::keys(text, QKeySequence(Qt::CTRL | Qt::Key_Home));
                    hands::keys(text, QKeySequence(Qt::Key_Down, Qt::Key_Down));
                    return true;
                },
            .scene = u"extra-info"_s};
}

TourStep reviewStep(MainWindow &window)
{
    return {.name = u"look-at-review"_s,
            .sentence = u"Review of a sample: before, after, and the requests"_s,
            .act =
                [&window] {
                    return hands::press(&window, u"wholeEditorAction"_s)
                           && hands::chooseTab(&window, 0)
                           && hands::press(&window, u"Review & Save…"_s);
                },
            .holds = [] { return hands::window(u"Review changes"_s) != nullptr; },
            .scene = u"review"_s};
}

TourStep revertStep(MainWindow &window, Workbench &workbench)
{
    return {.name = u"revert"_s,
            .sentence = u"Nothing was sent; Revert brings the sample back"_s,
            .act =
                [&window] {
                    QWidget *review = hands::window(u"Review changes"_s);
                    hands::keys(review, QKeySequence(Qt::Key_Escape));
                    return review && hands::press(&window, u"Revert"_s);
                },
            .holds = [&workbench] { return workbench.dirtySessions().isEmpty(); }};
}

TourStep manyStep(MainWindow &window)
{
    return {
        .name = u"many"_s,
        .sentence = u"Many models at a time: what becomes of each is seen while typing"_s,
        .act =
            [&window] { return hands::type(&window, u"Search"_s, u"task:text-classification"_s); },
        .holds =
            [&window] {
                QWidget *list = hands::find(&window, u"Models"_s);
                if (!list || hands::tableRows(&window, u"Models"_s) > 20)
                    return false;
                hands::keys(list, QKeySequence::SelectAll);
                return hands::press(&window, u"verb_ModelName"_s)
                       && hands::press(&window, u"Find and replace"_s)
                       && hands::type(&window, u"findText"_s, u"bert"_s)
                       && hands::type(&window, u"replacement"_s, u"BERT"_s)
                       && hands::type(&window, u"field_Origin"_s, u"ModelScope"_s);
            },
        .scene = u"many"_s};
}

TourStep backStep(MainWindow &window, Workbench &workbench)
{
    return {.name = u"discard"_s,
            .sentence = u"What was meant for many is discarded; the whole list is back"_s,
            .act =
                [&window] {
                    return hands::press(&window, u"manyDiscard"_s)
                           && hands::type(&window, u"Search"_s, {});
                },
            .holds =
                [&window, &workbench] {
                    return hands::tableRows(&window, u"Models"_s) == workbench.catalog()->size();
                }};
}

} // namespace

std::vector<TourStep> sceneSteps(MainWindow &window, Workbench &workbench)
{
    return {firstStart(window),
            connectStep(window, workbench),
            chooseStep(window),
            changeStep(window, workbench),
            extraInfoStep(window),
            reviewStep(window),
            revertStep(window, workbench),
            manyStep(window),
            backStep(window, workbench)};
}

} // namespace modelscribe
