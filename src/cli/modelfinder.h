// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "core/commandparser.h"
#include "model/query.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace modelscribe {

//! Finds the models of a workspace that a query asks for: in the copy on this computer when there
//! is one, else in all pages of the service.
class ModelFinder : public QObject
{
    Q_OBJECT

public:
    explicit ModelFinder(Output &output);
    ~ModelFinder() override;

    //! --query and --live.
    void addOptionsTo(CommandParser &command);
    //! --provider, for what only reads.
    void addProviderTo(CommandParser &command);
    bool isQueryGiven() const { return !m_query.empty(); }
    //! Understands the query; notes what is odd about it.
    Result<std::monostate> prepare();
    //! Ends with found() or failed().
    void find(Connection &connection);

signals:
    //! In the order of the list. \p missing: some could not be read and are not among them.
    void found(const QList<modelscribe::RegisteredModel> &models,
               const std::optional<modelscribe::Error> &missing);
    void failed(const modelscribe::Error &error);

private:
    void readCopy(Connection &connection);
    void askService(Connection &connection);
    void tellFound();

    Output &m_output;
    std::string m_query;
    Query m_asked;
    bool m_live = false;
    std::optional<std::string> m_provider;
    Catalog m_catalog;
    std::unique_ptr<CatalogCopy> m_copy;
    std::unique_ptr<CatalogSync> m_sync;
};

} // namespace modelscribe
