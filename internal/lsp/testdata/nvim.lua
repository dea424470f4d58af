-- Opens a file in a headless Neovim with the server, waits for a diagnostic,
-- applies the code action that cures it, and says what the buffer then holds.
-- The environment names the server, the directory, the file and the threat.
local dir, file, threat = vim.env.LSP_DIR, vim.env.LSP_FILE, vim.env.LSP_THREAT

local function give_up(why)
  io.stdout:write('FAILED: ' .. why .. '\n')
  vim.cmd('cquit 1')
end

local function wait(what, done)
  if not vim.wait(60000, done, 20) then
    give_up(what .. ' did not happen; diagnostics: ' .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function found()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.code == threat or (d.user_data and d.user_data.lsp and d.user_data.lsp.code == threat) then
      return d
    end
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(dir .. '/' .. file))
local client = vim.lsp.start_client({ name = 'threatvet', cmd = { vim.env.LSP_SERVER, 'lsp' }, root_dir = dir })
vim.lsp.buf_attach_client(0, client)
wait('a diagnostic', found)
local at = found()
io.stdout:write(string.format('diagnostic at line %d, columns %d to %d\n', at.lnum + 1, at.col, at.end_col))

local here = { line = at.lnum, character = 0 }
local params = { textDocument = vim.lsp.util.make_text_document_params(), range = { start = here, ['end'] = here }, context = { diagnostics = {} } }
local fix
wait('the offer of a fix', function()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 30000)
  for _, action in ipairs((answers and answers[client] and answers[client].result) or {}) do
    if action.isPreferred then
      fix = action
    end
  end
  return fix
end)
io.stdout:write('action: ' .. fix.title .. '\n')
vim.lsp.util.apply_workspace_edit(fix.edit, vim.lsp.get_client_by_id(client).offset_encoding)
wait('the diagnostic going', function() return not found() end)

local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 30000)
io.stdout:write('hover: ' .. tostring(hover ~= nil and hover[client] ~= nil) .. '\n')
io.stdout:write(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n')
vim.lsp.stop_client(client)
wait('the server ending', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('qall!')
