// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fieldcopying.h"

#include "core/visibletext.h"
#include "lists/modeltablemodel.h"
#include "model/copiedfields.h"
#include "registry/catalog.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/many/copyfieldsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/editing.h"
#include "ui/window/windowpanes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! A longer text is no copy that somebody sent as a text.
constexpr qsizetype longestText = 1024 * 1024;

//! What the clipboard has; nothing where that is surely none of ours.
QByteArray copiedJson()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return {};
    if (data->hasFormat(CopiedFields::mimeType))
        return data->data(CopiedFields::mimeType);
    const QString text = data->hasText() ? data->text() : QString();
    const bool mayBe = text.size() <= longestText && text.trimmed().startsWith(u'{');
    return mayBe ? text.toUtf8() : QByteArray();
}

} // namespace

FieldCopying::FieldCopying(Workbench &workbench, const Parts &parts, const QStringList &notWanted,
                           QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_parts(parts)
    , m_window(window)
    , m_notWanted(notWanted)
{
    const ModelTable &table = parts.panes.browse().table();
    connect(&table, &ModelTable::copyFieldsRequested, this, &FieldCopying::copyOf);
    connect(&table, &ModelTable::pasteFieldsRequested, this, &FieldCopying::paste);
    connect(&table, &ModelTable::fillDownRequested, this, &FieldCopying::fillDown);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
            [this] { m_holdsFields.reset(); });
}

bool FieldCopying::isListShown() const
{
    return m_workbench.catalog() && !m_parts.panes.page() && !m_parts.panes.browse().showsDrafts();
}

bool FieldCopying::canCopy() const
{
    return m_parts.editing.session() && !m_parts.panes.page() && !m_parts.panes.many();
}

void FieldCopying::copy()
{
    EditSession *session = m_parts.editing.session();
    if (!session)
        return;
    session->flush();
    ask(session->edited());
}

//! As it stands in the editor, when it does or has a draft.
void FieldCopying::copyOf(const QString &modelId)
{
    EditSession *session = m_parts.editing.session();
    if (!session || session->modelId() != modelId)
        session = m_workbench.findDraft(modelId);
    if (session) {
        session->flush();
        return ask(session->edited());
    }
    const Catalog *catalog = m_workbench.catalog();
    if (const RegisteredModel *model = catalog ? catalog->find(modelId) : nullptr)
        ask(model->metadata);
}

void FieldCopying::ask(const ModelMetadata &metadata)
{
    auto *dialog = new CopyFieldsDialog(CopiedFields::of(metadata), metadata.name, m_notWanted,
                                        &m_window);
    connect(dialog, &CopyFieldsDialog::copied, this, [this, dialog] {
        const CopiedFields chosen = dialog->chosen();
        const QByteArray json = chosen.toJson();
        auto *data = new QMimeData;
        data->setData(CopiedFields::mimeType, json);
        data->setText(QString::fromUtf8(json));
        QGuiApplication::clipboard()->setMimeData(data);
        m_notWanted = dialog->notWanted();
        emit choiceChanged();
        m_parts.panes.strip().show(MessageStrip::Kind::Success, [count = int(chosen.size())] {
            return tr("%Ln value(s) copied. Select other models and choose Paste fields in the "
                      "Edit menu.",
                      nullptr, count);
        });
    });
    connect(&m_workbench, &Workbench::connectionChanged, dialog, &QDialog::reject);
    dialog->open();
}

bool FieldCopying::holdsFields() const
{
    if (!m_holdsFields) {
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        // Others' data under our name is refused in words.
        m_holdsFields = (data && data->hasFormat(CopiedFields::mimeType))
                        || CopiedFields::fromJson(copiedJson());
    }
    return *m_holdsFields;
}

qsizetype FieldCopying::modelsToPasteInto() const
{
    return isListShown() && holdsFields() ? m_parts.panes.browse().table().selectedCount() : 0;
}

void FieldCopying::paste()
{
    const QStringList ids = isListShown() ? m_parts.panes.browse().table().selectedIds()
                                          : QStringList();
    if (ids.isEmpty())
        return;
    const auto copied = CopiedFields::fromJson(copiedJson());
    if (!copied) {
        m_parts.panes.strip().show(MessageStrip::Kind::Error, [] {
            return tr("What is on the clipboard cannot be pasted as fields. Choose Copy fields "
                      "again.");
        });
        return;
    }
    m_parts.reviewing.review(ids, copied->edit());
}

bool FieldCopying::canFillDown() const
{
    return isListShown() && m_parts.panes.browse().table().selectedCount() > 1;
}

void FieldCopying::fillDown()
{
    const auto tell = [this](const MessageStrip::Text &text) {
        m_parts.panes.strip().show(MessageStrip::Kind::Info, text);
    };
    if (!canFillDown()) {
        return tell([] {
            return tr(
                "Select several models first. The value of the first one goes to the others.");
        });
    }
    const BrowsePane &browse = m_parts.panes.browse();
    const ModelColumn column = browse.models().columns().at(
        std::max(0, browse.table().currentIndex().column()));
    const QStringList ids = browse.table().selectedIds();
    const RegisteredModel *first = m_workbench.catalog()->find(ids.first());
    if (!first)
        return;
    const auto edit = editFromCell(column, first->metadata);
    if (edit)
        return m_parts.reviewing.review(ids.mid(1), *edit);
    const bool isEmpty = edit.error().code == "NothingThere"_L1;
    tell([isEmpty, column, name = visibleText(first->metadata.name, 60)] {
        const QString title = visibleText(column.title(), 60);
        return isEmpty ? tr("“%1” has no value in the column %2 to fill down.").arg(name, title)
                       : tr("The column %1 cannot be edited.").arg(title);
    });
}

} // namespace modelscribe

#include "moc_fieldcopying.cpp"
